import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- What the state takes, by country and by day, in hundredths of a percent. Prices include it.
    create table tax_rates (
      id uuid primary key,
      country text not null check (country ~ '^[A-Z]{2}$'),
      rate integer not null check (rate between 0 and 5000),
      valid daterange not null check (not isempty(valid)),
      constraint tax_rates_overlap exclude using gist (country with =, valid with &&)
    );

    create table coupons (
      id uuid primary key,
      code citext not null unique check (code ~ '^[A-Za-z0-9-]{3,40}$'),
      percent integer check (percent between 1 and 100),
      amount_minor integer check (amount_minor > 0),
      currency text check (currency ~ '^[A-Z]{3}$'),
      least_minor integer not null default 0 check (least_minor >= 0),
      most integer check (most > 0),
      used integer not null default 0 check (used >= 0),
      each integer not null default 1 check (each > 0),
      starts_at timestamptz,
      ends_at timestamptz,
      created_by uuid references users deferrable,
      created_at timestamptz not null,
      check (num_nonnulls(percent, amount_minor) = 1),
      check ((amount_minor is null) = (currency is null)),
      constraint coupons_most_used check (used <= most)
    );
    create index on coupons (created_by);

    create table orders (
      id uuid primary key,
      number text not null unique,
      buyer_id uuid references users deferrable,
      state text not null check (state in ('pending', 'paid', 'failed', 'expired')),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      total_minor integer not null check (total_minor >= 0),
      discount_minor integer not null check (discount_minor >= 0),
      tax_minor integer not null check (tax_minor between 0 and total_minor),
      country text not null check (country ~ '^[A-Z]{2}$'),
      buyer_name text check (length(buyer_name) <= 200),
      buyer_address text check (length(buyer_address) <= 500),
      company text check (length(company) <= 200),
      company_address text check (length(company_address) <= 500),
      vat_id text check (length(vat_id) <= 20),
      terms_version text,
      client_token uuid not null,
      remember_card boolean not null,
      attempt integer not null check (attempt >= 0),
      stripe_session text unique,
      stripe_payment text unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      paid_at timestamptz,
      kept_from date,
      unique (buyer_id, client_token),
      check (state <> 'paid' or (paid_at is not null and kept_from is not null)),
      check (num_nonnulls(company, company_address, vat_id) in (0, 3))
    );
    -- A cart that is being paid for is one order; changing the cart ends it.
    create unique index orders_one_pending on orders (buyer_id) where state = 'pending';
    create index on orders (buyer_id, created_at desc);
    create index on orders (expires_at) where state = 'pending';
    create index on orders (kept_from);

    create table order_items (
      id uuid primary key,
      order_id uuid not null references orders on delete cascade,
      buyer_id uuid references users deferrable,
      seller_id uuid references users deferrable,
      course_id uuid references courses on delete set null,
      booking_id uuid unique references bookings on delete set null,
      kind text not null check (kind in ('course', 'session')),
      title text not null check (length(title) between 1 and 200),
      price_minor integer not null check (price_minor >= 0),
      discount_minor integer not null check (discount_minor between 0 and price_minor),
      total_minor integer not null check (total_minor = price_minor - discount_minor),
      tax_rate integer not null check (tax_rate between 0 and 5000),
      tax_minor integer not null check (tax_minor between 0 and total_minor),
      fee_minor integer not null check (fee_minor between 0 and total_minor),
      refunded_minor integer not null default 0
        constraint order_items_most_refunded check (refunded_minor between 0 and total_minor),
      delivered_at timestamptz,
      created_at timestamptz not null,
      unique (order_id, course_id)
    );
    create index on order_items (buyer_id);
    create index on order_items (seller_id, created_at desc);
    create index on order_items (course_id);

    create table cart_items (
      id uuid primary key,
      member_id uuid not null references users deferrable,
      course_id uuid references courses on delete cascade,
      booking_id uuid unique references bookings on delete cascade,
      price_seen_minor integer not null check (price_seen_minor >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      created_at timestamptz not null,
      check (num_nonnulls(course_id, booking_id) = 1),
      unique (member_id, course_id)
    );
    create index on cart_items (course_id);
    create index on cart_items (created_at);

    -- A coupon lies in somebody's cart, is kept for an order while it is paid, and is used up or let go with it.
    create table coupon_uses (
      id uuid primary key,
      coupon_id uuid not null references coupons,
      member_id uuid references users deferrable,
      order_id uuid unique references orders on delete cascade,
      state text not null check (state in ('chosen', 'reserved', 'redeemed', 'released')),
      created_at timestamptz not null,
      check ((state = 'chosen') = (order_id is null))
    );
    create unique index coupon_uses_one_chosen on coupon_uses (member_id) where state = 'chosen';
    create index on coupon_uses (coupon_id, member_id);
    create index on coupon_uses (member_id);

    alter table enrolments add order_item_id uuid unique references order_items on delete set null;

    -- Only for who wants a card remembered. What Stripe calls them, and nothing of the card (P03).
    create table stripe_customers (
      id uuid primary key,
      member_id uuid not null unique references users deferrable,
      customer text not null unique check (length(customer) <= 100),
      created_at timestamptz not null
    );
  `)
