"""When can these people meet, what does it cost each of them, and why not sooner?"""
