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
import org.jspecify.annotations.Nullable;

/**
 * A file whose content is part of a run: a parameter of this type is given as a path, and what the file holds when the run starts
 * becomes an artifact. Whoever looks at the run later, resumes it or runs its tasks elsewhere, has what it worked with.
 *
 * <pre>{@code
 * @Parameter(help = "CSV file of penguins")
 * IncludedFile data = IncludedFile.ofResource(PenguinFlow.class, "penguins.csv");
 * }</pre>
 *
 * <p>The file is read when its content is first needed, all of it. Two are equal if name and content are. Immutable and
 * thread-safe.
 */
public final class IncludedFile {
    /** How it is stored: name and content. */
    public static final ArtifactCodec<IncludedFile> CODEC = Codecs.namedBytes(
            IncludedFile.class,
            IncludedFile::name,
            IncludedFile::content,
            (name, content) -> new IncludedFile(name, new FileSource.Held(content)),
            IncludedFile::read);

    private final String name;
    private final FileSource source;
    private byte @Nullable [] content; // guarded by this

    private IncludedFile(String name, FileSource source) {
        this.name = name;
        this.source = source;
    }

    /** A file of the file system. */
    public static IncludedFile of(Path path) {
        Path fileName = path.getFileName();
        return new IncludedFile(fileName == null ? path.toString() : fileName.toString(), new FileSource.OnDisk(path));
    }

    /**
     * A resource of the class path, or of a module.
     *
     * @param owner a class beside which it lies
     * @param resource its name, as {@link Class#getResourceAsStream} takes it
     */
    public static IncludedFile ofResource(Class<?> owner, String resource) {
        return new IncludedFile(
                resource.substring(resource.lastIndexOf('/') + 1), new FileSource.Resource(owner, resource));
    }

    /** A file that holds {@code text}, in UTF-8. */
    public static IncludedFile ofText(String name, String text) {
        return new IncludedFile(name, new FileSource.Held(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A file that holds a copy of {@code bytes}. */
    public static IncludedFile ofBytes(String name, byte[] bytes) {
        return new IncludedFile(name, new FileSource.Held(bytes.clone()));
    }

    /** For paths that come as text: whoever wrote it is to hear at once that there is no such file. */
    private static IncludedFile read(String path) {
        IncludedFile file = of(Path.of(path));
        file.content();
        return file;
    }

    /** The name, without any directory. */
    public String name() {
        return name;
    }

    /**
     * The content, as text in UTF-8.
     *
     * @throws UnreadableFileException if the file cannot be read, or is no such text
     */
    public String text() {
        return text(StandardCharsets.UTF_8);
    }

    /**
     * The content, as text.
     *
     * @throws UnreadableFileException if the file cannot be read, or is no such text
     */
    public String text(Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content())).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("file `" + name + "` is no text in " + charset, e);
        }
    }

    /**
     * The content, in an array of the caller's own.
     *
     * @throws UnreadableFileException if the file cannot be read
     */
    public byte[] bytes() {
        return content().clone();
    }

    /**
     * The content, as a stream, which need not be closed.
     *
     * @throws UnreadableFileException if the file cannot be read
     */
    public InputStream open() {
        return new ByteArrayInputStream(content());
    }

    /**
     * The number of bytes.
     *
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

    private synchronized byte[] content() {
        byte[] known = content;
        if (known == null) {
            known = source.read();
            content = known;
        }
        return known;
    }
}
