package dev.cairn.transfer;

import java.util.List;

/**
 * What was imported. Immutable.
 *
 * @param imported the pathspecs of the runs that were copied into the datastore, in the order of the file
 * @param present the pathspecs of the runs that were there before, with equal contents
 * @param attempts the number of attempts of tasks in the file
 * @param blobs the number of blobs in the file
 * @param bytes the number of bytes of all this, uncompressed
 */
public record ImportReport(List<String> imported, List<String> present, long attempts, long blobs, long bytes) {
    /**
     * Copies the lists.
     *
     * @param imported the pathspecs of the runs that were copied into the datastore, in the order of the file
     * @param present the pathspecs of the runs that were there before, with equal contents
     * @param attempts the number of attempts of tasks in the file
     * @param blobs the number of blobs in the file
     * @param bytes the number of bytes of all this, uncompressed
     */
    public ImportReport {
        imported = List.copyOf(imported);
        present = List.copyOf(present);
    }
}
