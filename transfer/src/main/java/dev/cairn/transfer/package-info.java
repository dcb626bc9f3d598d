/**
 * Runs as files: {@link dev.cairn.transfer.RunExporter} writes runs of any datastore to a file, and {@link
 * dev.cairn.transfer.RunImporter} copies them into any other. {@code docs/transfer.md} describes the file.
 */
@NullMarked
package dev.cairn.transfer;

import org.jspecify.annotations.NullMarked;
