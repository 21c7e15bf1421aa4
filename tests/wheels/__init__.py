"""The wheel in environments that hold nothing else: each extra alone, in the lowest and the newest versions."""
