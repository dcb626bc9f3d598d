package dev.cairn.runtime;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file whose content is part of a run. A parameter of this type is set to a path, and the content of the file when the run starts
 * becomes an artifact. So the content is still available when the run is read or resumed later, or when its tasks run elsewhere.
 *
 * <pre>{@code
 * @Parameter(help = "CSV file of penguins")
 * IncludedFile data = IncludedFile.ofResource(PenguinFlow.class, "penguins.csv");
 * }</pre>
 *
 * <p>The whole file is read when its content is first needed. Two files are equal if their names and contents are equal. Immutable
 * and thread-safe.
 */
public final class IncludedFile {
    /** Stores the name and the content. */
    public static final ArtifactCodec<IncludedFile> CODEC = Codecs.namedBytes(
            IncludedFile.class,
            IncludedFile::name,
            IncludedFile::content,
            (name, content) -> new IncludedFile(name, new FileSource.Held(content)),
            IncludedFile::read);

    private final String name;
    private final FileSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private byte @Nullable [] content; // guarded by the lock

    private IncludedFile(String name, FileSource source) {
        this.name = name;
        this.source = source;
    }

    /**
     * A file of the file system. It is not read yet.
     *
     * @param path where the file is; only its last part is kept as the name
     * @return a file, which may turn out not to exist when it is read
     */
    public static IncludedFile of(Path path) {
        Path fileName = path.getFileName();
        return new IncludedFile(fileName == null ? path.toString() : fileName.toString(), new FileSource.OnDisk(path));
    }

    /**
     * A resource on the class path, or in a module.
     *
     * @param owner a class next to the resource
     * @param resource its name, as for {@link Class#getResourceAsStream}
     * @return a file, which may turn out not to exist when it is read
     */
    public static IncludedFile ofResource(Class<?> owner, String resource) {
        return new IncludedFile(
                resource.substring(resource.lastIndexOf('/') + 1), new FileSource.Resource(owner, resource));
    }

    /**
     * A file with this text, in UTF-8.
     *
     * @param name the name
     * @param text the content
     * @return a file that is in memory only
     */
    public static IncludedFile ofText(String name, String text) {
        return new IncludedFile(name, new FileSource.Held(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A file with a copy of {@code bytes}.
     *
     * @param name the name
     * @param bytes the content
     * @return a file that is in memory only
     */
    public static IncludedFile ofBytes(String name, byte[] bytes) {
        return new IncludedFile(name, new FileSource.Held(bytes.clone()));
    }

    /** For paths that come as text: whoever wrote it is to hear at once that there is no such file. */
    private static IncludedFile read(String path) {
        IncludedFile file = of(Path.of(path));
        file.content();
        return file;
    }

    /** {@return the name, without any directory} */
    public String name() {
        return name;
    }

    /**
     * The content, as text in UTF-8.
     *
     * @return the whole content
     * @throws UnreadableFileException if the file cannot be read, or is not valid UTF-8
     */
    public String text() {
        return text(StandardCharsets.UTF_8);
    }

    /**
     * The content, as text.
     *
     * @param charset how the bytes are decoded
     * @return the whole content
     * @throws UnreadableFileException if the file cannot be read, or is not valid text in this charset
     */
    public String text(Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content())).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("file `" + name + "` is not valid text in " + charset, e);
        }
    }

    /**
     * A copy of the content, which the caller may modify.
     *
     * @return a new array for each call
     * @throws UnreadableFileException if the file cannot be read
     */
    public byte[] bytes() {
        return content().clone();
    }

    /**
     * The content as a stream, which does not have to be closed.
     *
     * @return a new stream over the content in memory
     * @throws UnreadableFileException if the file cannot be read
     */
    public InputStream open() {
        return new ByteArrayInputStream(content());
    }

    /**
     * The number of bytes.
     *
     * @return the size of the content
     * @throws UnreadableFileException if the file cannot be read
     */
    public long size() {
        return content().length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof IncludedFile file
                        && name.equals(file.name)
                        && Arrays.equals(content(), file.content());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(content()));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    private byte[] content() {
        lock.lock();
        try {
            byte[] known = content;
            if (known == null) {
                known = source.read();
                content = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
