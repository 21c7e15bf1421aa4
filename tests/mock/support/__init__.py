"""What the tests of the mock server share: an HTTP client, state machines, and helpers of one resource each."""
