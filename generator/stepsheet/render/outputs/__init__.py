"""The kinds of files a site has: each module here declares one `OUTPUT` and is found by itself."""
