import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- That Stripe told us something, and about what: never what it said. Whoever works on it asks Stripe again.
    create table provider_events (
      id uuid primary key,
      provider text not null check (provider in ('stripe')),
      event text not null,
      type text not null,
      object text,
      received_at timestamptz not null,
      handled_at timestamptz,
      attempts integer not null default 0,
      failure text check (length(failure) <= 200),
      unique (provider, event)
    );
    create index on provider_events (received_at);

    create table refunds (
      id uuid primary key,
      order_item_id uuid not null references order_items on delete cascade,
      buyer_id uuid references users deferrable,
      amount_minor integer not null check (amount_minor > 0),
      tax_minor integer not null check (tax_minor between 0 and amount_minor),
      state text not null check (state in ('asked', 'pending', 'succeeded', 'failed', 'refused')),
      reason text not null check (reason in
        ('changed mind', 'cancelled', 'declined', 'expired', 'mentor missing', 'time gone', 'bought twice', 'outside policy', 'stripe', 'account deleted')),
      words text check (length(words) <= 2000),
      stripe_refund text unique,
      ticket_id uuid references tickets on delete set null,
      decided_by uuid references users deferrable,
      created_at timestamptz not null,
      settled_at timestamptz,
      check ((state in ('succeeded', 'refused')) = (settled_at is not null) or state = 'failed')
    );
    create unique index refunds_one_open on refunds (order_item_id) where state in ('asked', 'pending');
    create index on refunds (order_item_id);
    create index on refunds (buyer_id);
    create index on refunds (ticket_id);
    create index on refunds (decided_by);

    create table disputes (
      id uuid primary key,
      order_id uuid not null references orders on delete cascade,
      buyer_id uuid references users deferrable,
      stripe_dispute text not null unique,
      reason text not null check (length(reason) <= 100),
      amount_minor integer not null check (amount_minor >= 0),
      currency text not null,
      state text not null check (state in ('open', 'answered', 'won', 'lost', 'closed')),
      evidence_due_at timestamptz,
      answered_by uuid references users deferrable,
      answered_at timestamptz,
      resolved_at timestamptz,
      created_at timestamptz not null,
      check ((state in ('won', 'lost', 'closed')) = (resolved_at is not null))
    );
    create index on disputes (order_id);
    create index on disputes (buyer_id);
    create index on disputes (answered_by);
    create index on disputes (resolved_at);
    create index on disputes (evidence_due_at) where state = 'open';

    create table invoice_series (
      series text primary key,
      next integer not null check (next > 0)
    );

    create table invoices (
      id uuid primary key,
      series text not null references invoice_series,
      running integer not null check (running > 0),
      number text not null unique,
      kind text not null check (kind in ('invoice', 'credit note')),
      order_id uuid not null references orders on delete cascade,
      refund_id uuid unique references refunds,
      -- Of an invoice: the one in whose place it stands.
      corrects_id uuid references invoices on delete cascade,
      buyer_id uuid references users deferrable,
      buyer_name text check (length(buyer_name) <= 200),
      buyer_address text check (length(buyer_address) <= 500),
      company text check (length(company) <= 200),
      company_address text check (length(company_address) <= 500),
      vat_id text check (length(vat_id) <= 20),
      country text not null check (country ~ '^[A-Z]{2}$'),
      currency text not null,
      total_minor integer not null,
      tax_minor integer not null,
      body jsonb not null,
      digest bytea not null check (length(digest) = 32),
      issued_at timestamptz not null,
      unique (series, running),
      check (kind = 'invoice' or (corrects_id is not null and total_minor <= 0)),
      check (kind = 'credit note' or total_minor >= 0),
      check (num_nonnulls(company, company_address, vat_id) in (0, 3))
    );
    create index on invoices (order_id);
    create index on invoices (corrects_id);
    create index on invoices (buyer_id, issued_at desc);

    -- The one door in what is issued: the buyer's own name and address may become empty, and nothing else may change. A
    -- document goes only with its order, once the years of the law are over.
    create function keep_invoices() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if pg_trigger_depth() > 1 then return old; end if;
        raise exception 'an issued invoice stays' using errcode = 'check_violation', constraint = 'invoices_stay';
      end if;
      old.buyer_id := case when new.buyer_id is null then null else old.buyer_id end;
      old.buyer_name := case when new.buyer_name is null then null else old.buyer_name end;
      old.buyer_address := case when new.buyer_address is null then null else old.buyer_address end;
      if old is distinct from new then
        raise exception 'an issued invoice stays as it is' using errcode = 'check_violation', constraint = 'invoices_stay';
      end if;
      return new;
    end $$;
    create trigger keep_invoices before update or delete on invoices for each row execute function keep_invoices();
  `)
