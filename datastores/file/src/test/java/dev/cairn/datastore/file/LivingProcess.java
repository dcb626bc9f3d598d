package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link StoreLife} that stands still before one of its operations. Writes a line for each thing that is acknowledged, and where it stands. */
final class LivingProcess {
    private LivingProcess() {}

    /** Arguments: the directory, the number of the operation. */
    public static void main(String[] arguments) {
        Path parent = Path.of(arguments[0]);
        int last = Integer.parseInt(arguments[1]);
        AtomicInteger count = new AtomicInteger();
        Disk disk = new ObservedDisk((operation, action) -> {
            if (count.incrementAndGet() == last) {
                System.out.println("stopped " + operation.path());
                standStill();
            }
            action.run();
        });
        new StoreLife(parent, disk, System.out::println).live();
        System.out.println("ended " + count);
    }

    private static void standStill() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
