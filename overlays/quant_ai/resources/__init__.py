"""What a generated resource cannot do: uploads, batches, and conversations with tools."""
