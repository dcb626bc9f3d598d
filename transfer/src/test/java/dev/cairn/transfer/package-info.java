/** Tests of export and import. */
@NullMarked
package dev.cairn.transfer;

import org.jspecify.annotations.NullMarked;
