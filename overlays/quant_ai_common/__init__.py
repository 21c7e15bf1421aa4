"""What the mock server and the contract checker both need: reading specs and recordings, and serving HTTP.

It knows neither of them, nor the client. What the API's spec means stays with each of the two, so that they can
disagree and be caught.
"""
