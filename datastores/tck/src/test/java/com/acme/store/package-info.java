/** A datastore of somebody else's, written with what is public. */
@NullMarked
package com.acme.store;

import org.jspecify.annotations.NullMarked;
