"""The control plane under `/_mock`: what tests and people may do to the server itself."""
