"""What the tests of the client share: clocks, operations, clients, and servers to call."""
