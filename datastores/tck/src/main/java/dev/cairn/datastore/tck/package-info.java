/**
 * What every datastore promises, as tests: whoever writes a datastore extends {@link
 * dev.cairn.datastore.tck.DatastoreConformance}. And {@linkplain dev.cairn.datastore.tck.UnreliableBlobService a service of blobs
 * that fails as networks do}, for the tests of what is built on one.
 */
@NullMarked
package dev.cairn.datastore.tck;

import org.jspecify.annotations.NullMarked;
