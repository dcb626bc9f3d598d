package dev.cairn.engine.resume;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import dev.cairn.runtime.values.StoredCheckpoints;
import dev.cairn.runtime.values.StoredFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run keeps besides the results of its tasks and their checkpoints, for another run that goes on with it: files, and what tasks added
 * to the report. Which task put a file is not known; so the other run has all of them.
 *
 * @param datastore the datastore
 * @param origin the run that keeps them
 */
record OriginFiles(Datastore datastore, RunId origin) {
    /**
     * Takes over those whose content is there.
     *
     * @return what is to be said of the others, a sentence each
     */
    List<String> takeOver(RunId run) {
        List<String> missing = new ArrayList<>();
        try (Stream<FileRecord> files = datastore.runs().files(origin, "")) {
            files.filter(file -> !StoredCheckpoints.isKey(file.key())).forEach(file -> {
                try {
                    datastore.runs().putFile(run, file.key(), file.content(), file.storedAt());
                } catch (NoSuchBlobException e) {
                    missing.add("the file `" + StoredFiles.name(file.key())
                            + "` is not taken over (its content is missing in the datastore)");
                }
            });
        }
        return missing;
    }
}
