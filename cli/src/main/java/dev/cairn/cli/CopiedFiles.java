package dev.cairn.cli;

import dev.cairn.runtime.RunFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Copies files into a directory, and never to any other place. A key can be any text: slashes make folders, and whatever could lead
 * elsewhere, or is no good name of a file, is percent-encoded. Symbolic links below the directory are not followed.
 *
 * @param directory where to
 */
record CopiedFiles(Path directory) {
    private static final int LONGEST_NAME = 255;

    /** Names that a file may have anywhere, without those that Windows reserves. */
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*%]+");

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?|\\.{1,2}|.*[. ]");

    /** @throws UsageException if the directory cannot be made */
    static CopiedFiles in(Path directory) {
        try {
            Files.createDirectories(directory);
            return new CopiedFiles(directory);
        } catch (IOException e) {
            throw cannotWrite(directory, e);
        }
    }

    /**
     * Copies a file; the path of the copy.
     *
     * @throws UsageException if a file is there, or cannot be written
     */
    String copy(RunFiles files, String key) {
        Path target = directory;
        String[] parts = key.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            target = target.resolve(name(parts[i]));
            if (i < parts.length - 1) {
                makeFolder(target);
            }
        }
        write(files, key, target);
        return target.toString();
    }

    private static void makeFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder);
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /** A copy that is not whole, because the file is damaged or there is no room for it, is removed. */
    private static void write(RunFiles files, String key, Path target) {
        boolean isWhole = false;
        boolean isMade = false;
        try (InputStream content = files.open(key);
                OutputStream output =
                        Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS)) {
            isMade = true;
            content.transferTo(output);
            isWhole = true;
        } catch (IOException e) {
            throw cannotWrite(target, e);
        } finally {
            if (isMade && !isWhole) {
                remove(target);
            }
        }
    }

    private static void remove(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            // what was thrown before says more
        }
    }

    private static String name(String part) {
        if (part.isEmpty()) {
            return "%";
        }
        String name = RESERVED.matcher(part).matches() ? encoded(part, true) : encoded(part, false);
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new UsageException("a file cannot be copied, because its name would be too long: `" + part
                    + "`. Read it with a program, by Run.files().");
        }
        return name;
    }

    /** Encodes what is no part of a plain name; of a reserved one the last character too, so that it is another one. */
    private static String encoded(String part, boolean isReserved) {
        StringBuilder name = new StringBuilder();
        int last = part.offsetByCodePoints(part.length(), -1);
        for (int i = 0; i < part.length(); i += Character.charCount(part.codePointAt(i))) {
            String character = Character.toString(part.codePointAt(i));
            if (PLAIN.matcher(character).matches() && !(isReserved && i == last)) {
                name.append(character);
            } else {
                for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
                    name.append(String.format("%%%02X", each));
                }
            }
        }
        return name.toString();
    }

    private static UsageException cannotWrite(Path file, IOException e) {
        if (e instanceof FileAlreadyExistsException existing) {
            return new UsageException("`" + existing.getFile()
                    + "` exists, and no file is overwritten. Name another directory with --to.");
        }
        return new UsageException("`" + file + "` cannot be written: " + e + ". Name another directory with --to.");
    }
}
