//! Addresses that lead where no request goes.
