-- Whether its deliveries ever had an order: pending ones may still have, when `order_by` is gone.
ALTER TABLE webhooks ADD COLUMN was_ordered boolean NOT NULL DEFAULT false;

-- One index an attempt instead of two: attempts are only ever read by their delivery.
ALTER TABLE attempts DROP CONSTRAINT attempts_pkey;
DROP INDEX attempts_delivery;
ALTER TABLE attempts ADD PRIMARY KEY (delivery_id, number, id);
