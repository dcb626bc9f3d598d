package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of the classes of a first run. */
class ClassPreloadingTest {
    @Test
    void eachClassOfTheListIsThereOnce() throws IOException {
        List<String> names = ClassPreloading.names();

        List<String> missing = new ArrayList<>();
        for (String name : names) {
            try {
                Class.forName(name, false, getClass().getClassLoader());
            } catch (ClassNotFoundException e) {
                missing.add(name);
            }
        }
        assertThat(missing).as("classes of first-run.txt that no longer exist").isEmpty();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(500);
    }

    @Test
    void theStoreItselfComesBeforeWhatRunsOnIt() throws IOException {
        List<String> names = ClassPreloading.names();

        assertThat(names.indexOf("org.sqlite.SQLiteConnection"))
                .isGreaterThan(names.indexOf(Database.class.getName()))
                .isLessThan(names.indexOf("dev.cairn.engine.RunExecution"));
        assertThat(names).contains("dev.cairn.engine.RunExecution");
    }
}
