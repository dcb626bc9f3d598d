package dev.cairn.datastore.file;

import dev.cairn.CairnException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * A {@link StoreLife} on a disk of 8 MB of which only some is free, again and again; when there is room again, it is looked for what was
 * acknowledged. Writes a line for each. Needs the right to mount, as in a name space of mounts of its own.
 */
final class FillingLife {
    private static final int DISK_KILOBYTES = 8192;

    private FillingLife() {}

    /** Arguments: a directory, then how many KB are free at first. */
    public static void main(String[] arguments) throws Exception {
        Path disk = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            int free = Integer.parseInt(arguments[i]);
            run("mount", "-t", "tmpfs", "-o", "size=" + DISK_KILOBYTES + "k", "none", disk.toString());
            Path parent = Files.createDirectory(disk.resolve("life"));
            StoreLife.prepare(parent);
            int ballast = (int) Files.getFileStore(disk).getUsableSpace() - free * 1024;
            Files.write(disk.resolve("ballast"), new byte[ballast]);
            System.out.println(free + " KB: " + lived(parent));
            run("umount", disk.toString());
        }
    }

    /** What came of it. */
    private static String lived(Path parent) throws Exception {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        String end = "lived to its end";
        try {
            new StoreLife(parent, Disk.standard(), lines::add).live();
        } catch (CompletionException e) {
            end = told(e.getCause());
        } catch (RuntimeException e) {
            end = told(e);
        }
        Files.delete(parent.resolveSibling("ballast"));
        for (Path where : List.of(StoreLife.store(parent), StoreLife.backup(parent), StoreLife.old(parent))) {
            if (isThere(lines, where, parent)) {
                StoreFacts.require(List.copyOf(lines), parent, where);
            }
        }
        String last = lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1).split(" ")[0];
        return lines.size() + " facts are true, the last one of " + last + "; " + end;
    }

    private static boolean isThere(List<String> lines, Path where, Path parent) {
        if (where.equals(StoreLife.backup(parent))) {
            return lines.contains("copying");
        }
        return !where.equals(StoreLife.old(parent)) || Files.exists(where.resolve("blobs"));
    }

    private static String told(Throwable failure) {
        return (failure instanceof CairnException ? "" : failure.getClass().getName() + ": ") + failure.getMessage();
    }

    private static void run(String... command) throws Exception {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with status " + status);
        }
    }
}
