/**
 * The lock file: what the flows of a module store, as text that is committed, and whether the code of today reads what the code of
 * that text has stored. It knows no compiler and no codec; the tests hold it to what the codecs of the runtime do.
 */
@NullMarked
package dev.cairn.processor.lock;

import org.jspecify.annotations.NullMarked;
