"""What is wrong with a country file, and what does it lack?"""
