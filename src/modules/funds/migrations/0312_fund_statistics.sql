-- A month writes tens of thousands of lines at once; asked at once, the planner would still think the tables empty.
create function renew_fund_statistics() returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  analyze roll_line, batch_line, line_outcome, fund_posting;
end
$$;
revoke all on function renew_fund_statistics() from public;
grant execute on function renew_fund_statistics() to yimen_app;
