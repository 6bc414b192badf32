//! Every kind of link in its good and its broken form.
