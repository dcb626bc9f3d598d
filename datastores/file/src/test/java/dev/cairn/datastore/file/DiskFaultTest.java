package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.CairnException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Each operation of a {@link StoreLife} fails in turn, in each way: whoever asked for it hears of it in a sentence, what was acknowledged is
 * there, nothing is there by half, and the datastore can be opened again. {@code -Dfaults.every=1} tries all, and not only a part.
 */
class DiskFaultTest {
    private static final int EVERY = Integer.getInteger("faults.every", 60);

    @TempDir
    private Path directory;

    /** How an operation fails. */
    private enum Fault {
        /** It is not done. */
        REFUSED(false),
        /** Nor is any later one. */
        REFUSED_FOR_EVER(true),
        /** It is done, for the greater part if it is a write, though nobody is told. */
        HALF_DONE(false),
        /** So too, and nothing is done after. */
        HALF_DONE_FOR_EVER(true);

        private final boolean lasts;

        Fault(boolean lasts) {
            this.lasts = lasts;
        }
    }

    @Test
    void whatFailsLosesNothing() throws IOException {
        int count = operations();
        assertThat(count).isGreaterThan(200);
        int tried = 0;
        int heard = 0;
        for (int failing = 1; failing <= count; failing++) {
            for (Fault fault : Fault.values()) {
                if ((failing * Fault.values().length + fault.ordinal()) % EVERY == 0) {
                    tried++;
                    heard += isHeardOf(failing, fault) ? 1 : 0;
                }
            }
        }
        System.out.println(tried + " faults within " + count + " operations, of which " + heard + " were reported");
        assertThat(heard).isGreaterThan(tried / 2); // the others cost nothing but room
    }

    /** How many operations there are if none fails. */
    private int operations() throws IOException {
        AtomicInteger count = new AtomicInteger();
        Path parent = Files.createDirectory(directory.resolve("sound"));
        StoreLife.prepare(parent);
        Disk disk = new ObservedDisk((operation, action) -> {
            count.incrementAndGet();
            action.run();
        });
        new StoreLife(parent, disk, line -> {}).live();
        return count.get();
    }

    private boolean isHeardOf(int failing, Fault fault) throws IOException {
        Path parent = Files.createDirectory(directory.resolve(failing + "-" + fault));
        StoreLife.prepare(parent);
        Path[] where = {StoreLife.store(parent)};
        AtomicInteger count = new AtomicInteger();
        Disk disk = new ObservedDisk((operation, action) -> {
            int number = count.incrementAndGet();
            if (number <= failing) {
                where[0] = StoreLife.where(operation.path(), parent).orElse(where[0]);
            }
            if (number == failing && fault.name().startsWith("HALF")) {
                if (operation instanceof Operation.Write write) {
                    Files.write(write.path(), List.of()); // cut to nothing, as the worst of halves
                } else {
                    action.run();
                }
            }
            if (number == failing || number > failing && fault.lasts) {
                throw failure(operation);
            }
            action.run();
        });
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        boolean heard = false;
        try {
            new StoreLife(parent, disk, lines::add).live();
        } catch (CompletionException e) {
            requireSentence(e.getCause(), failing, fault);
            heard = true;
        } catch (RuntimeException e) {
            requireSentence(e, failing, fault);
            heard = true;
        }
        try {
            StoreFacts.require(new ArrayList<>(lines), parent, where[0]);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("operation " + failing + ", " + fault + ", after " + lines, e);
        }
        return heard;
    }

    /** What a disk says, as a file system or SQLite hands it on. */
    private static IOException failure(Operation operation) throws SQLException {
        if (operation instanceof Operation.Change) {
            throw new SQLiteException("[SQLITE_IOERR] the disk failed", SQLiteErrorCode.SQLITE_IOERR);
        }
        return new IOException("the disk failed");
    }

    private static void requireSentence(Throwable failure, int failing, Fault fault) {
        assertThat(failure)
                .as("operation %d, %s", failing, fault)
                .isInstanceOf(CairnException.class)
                .hasMessageContaining("the disk failed");
        assertThat(failure.getMessage()).as("operation %d, %s", failing, fault).contains("`");
    }
}
