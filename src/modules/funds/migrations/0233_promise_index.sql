-- Whoever asks what several are promised names them in a list: an index of some rows only is of no use to that.
drop index fund_posting_party;
create index fund_posting_party on fund_posting (party, account, year);
