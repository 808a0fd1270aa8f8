"""Reports in: from feeds, addresses and files to suggestions that wait for a person.

The steps, in the order a report takes them:

1. `schedule`, `polling`: which feeds are due, poll one, note what is new
2. `adapters`: what each family of feeds asks for, and how its answer is read
3. `http`, `hosts`: the one guarded door to the network, and its manners
4. `decoding`, `pages`: bytes into text, a page into title, text, date and byline
5. `canonical`, `duplicates`: is this a report we have, or a copy of one?
6. `gazetteer`, `suggestions`: read it, and store what was found
7. `pipeline`: runs the steps for one article, each with exactly one named outcome

`byhand` brings in what people give: files, addresses, pasted text.
"""
