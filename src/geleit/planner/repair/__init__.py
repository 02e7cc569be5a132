"""What becomes of a published programme when something changes: a short ranked list, each with what it costs.

``records`` are the answers; ``differences`` says what changed for whom and what the changes force anyway; ``hand`` is
the programme with only that taken out; ``keeping`` rewards what stays; ``neighbourhoods`` widens; ``repair`` ranks.
"""
