package dev.cairn.transfer;

import java.util.List;

/**
 * What was exported. Immutable.
 *
 * @param runs the pathspecs of the runs, in the order of the file
 * @param attempts the number of attempts of tasks
 * @param blobs the number of blobs: values that are not within the records, files, and schemas
 * @param bytes the number of bytes of all this, uncompressed
 * @param fileSize the number of bytes of the file
 */
public record ExportReport(List<String> runs, long attempts, long blobs, long bytes, long fileSize) {
    /**
     * Copies the list.
     *
     * @param runs the pathspecs of the runs, in the order of the file
     * @param attempts the number of attempts of tasks
     * @param blobs the number of blobs: values that are not within the records, files, and schemas
     * @param bytes the number of bytes of all this, uncompressed
     * @param fileSize the number of bytes of the file
     */
    public ExportReport {
        runs = List.copyOf(runs);
    }
}
