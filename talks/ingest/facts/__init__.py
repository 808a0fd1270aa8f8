"""The shipped facts: from the files of talks/data into rows.

cells    one row's cells, read as what they should hold
reports  the reports that facts cite, as articles
fact     a row as the database would show it, with slugs in the place of ids
nouns    one function a file: cells in, a fact out
files    all files read and checked against each other, before the database is touched
rows     facts read back from the database and written to it
writing  facts compared with rows, and written where no person has changed them
"""
