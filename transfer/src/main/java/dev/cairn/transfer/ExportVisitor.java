package dev.cairn.transfer;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.RunRecord;
import java.io.IOException;
import java.io.InputStream;

/** Gets what is in an export, in the order in which it is there: blobs listed, runs, output, attempts, files, contents of blobs. */
interface ExportVisitor extends RunVisitor {
    /** What the export says of itself. */
    void manifest(Manifest manifest) throws IOException;

    /** A blob whose content comes later. */
    void listed(BlobInfo blob) throws IOException;

    /** A run. */
    void run(RunRecord run) throws IOException;

    /** The content of a blob, of which {@code content} has as many bytes as were listed; it is read to its end. */
    void blob(BlobInfo blob, InputStream content) throws IOException;
}
