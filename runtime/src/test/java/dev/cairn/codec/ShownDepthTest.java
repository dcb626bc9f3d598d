package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.union.AnyTags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A thousand levels are shown, and passed where a class no longer has them; one more is refused. What is side by side is no level. */
final class ShownDepthTest {
    private static final String REFUSED = "nested more than 1000 levels deep";
    private static final ArtifactCodec<Versioned.Row> LINK =
            Versioned.named("com.acme.Link", List.of(), Versioned.with("next", Codecs.lazy(() -> ShownDepthTest.LINK)));

    private final Schemas schemas = new Schemas();

    /** A payload that repeats these bytes, and ends with a null. */
    private byte[] nested(ArtifactCodec<?> codec, int levels, int... bytes) {
        byte[] artifact = schemas.encode(codec, null);
        byte[] nested = Arrays.copyOf(artifact, artifact.length + levels * bytes.length);
        for (int i = artifact.length - 1; i < nested.length - 1; i++) {
            nested[i] = (byte) bytes[(i - artifact.length + 1) % bytes.length];
        }
        nested[nested.length - 1] = 0;
        return nested;
    }

    private byte[] links(int levels) {
        return nested(LINK, levels, 1);
    }

    private byte[] lists(int levels) {
        return nested(Codecs.any(), levels, AnyTags.COLLECTION, CollectionKind.LIST.ordinal(), 1);
    }

    /** Twice the levels of what is written need more than the stack of a usual thread. */
    private static void withLargeStack(Runnable test) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        test.run();
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                },
                "deep",
                64 << 20);
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }

    private static String beginning(ArtifactCodec<?> codec, byte[] artifact) {
        return ArtifactFormat.beginningText(codec.schema(), artifact, artifact.length, 1_000_000)
                .orElseThrow();
    }

    @Test
    void ofStructs() throws InterruptedException {
        withLargeStack(this::structs);
    }

    private void structs() {
        String text = "Link{next: ".repeat(1000) + "null" + "}".repeat(1000);
        assertThat(schemas.tree(links(1000))).hasToString(text);
        assertThat(beginning(LINK, links(1000))).isEqualTo(text);

        assertThatThrownBy(() -> schemas.tree(links(1001)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith(REFUSED);
        assertThat(beginning(LINK, links(1001))).isEqualTo("Link{next: ".repeat(1000) + "...");
    }

    @Test
    void ofObjects() throws InterruptedException {
        withLargeStack(this::objects);
    }

    private void objects() {
        String text = "[".repeat(999) + "null" + "]".repeat(999);
        assertThat(schemas.tree(lists(999))).hasToString(text);
        assertThat(beginning(Codecs.any(), lists(999))).isEqualTo(text);

        assertThatThrownBy(() -> schemas.tree(lists(1001)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith(REFUSED);
        assertThat(beginning(Codecs.any(), lists(1001))).isEqualTo("[".repeat(1000) + "...");
    }

    @Test
    void ofWhatIsNoLongerThere() throws InterruptedException {
        withLargeStack(this::skipped);
    }

    private void skipped() {
        byte[] row = schemas.encode(
                Versioned.of(Versioned.with("link", LINK), Versioned.with("kept", Codecs.INT)),
                Versioned.Row.of("link", null, "kept", 7));
        Versioned now = Versioned.of(Versioned.with("kept", Codecs.INT));
        assertThat(schemas.decode(now, nestedIn(row, 1000))).isEqualTo(Versioned.Row.of("kept", 7));
        assertThatThrownBy(() -> schemas.decode(now, nestedIn(row, 1001)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith(REFUSED);
    }

    /** The row, whose link is null, with a chain of links instead. */
    private static byte[] nestedIn(byte[] row, int levels) {
        byte[] nested = new byte[row.length + levels];
        int link = row.length - 2; // before one byte of `kept`
        System.arraycopy(row, 0, nested, 0, link);
        Arrays.fill(nested, link, link + levels, (byte) 1);
        System.arraycopy(row, link, nested, link + levels, row.length - link);
        return nested;
    }

    @Test
    void sideBySide() {
        List<Versioned.Row> links = Collections.nCopies(1500, Versioned.Row.of("next", null));
        ArtifactCodec<List<Versioned.Row>> codec = Codecs.list(LINK);
        byte[] structs = schemas.encode(codec, links);
        byte[] objects = schemas.encode(Codecs.any(), Collections.nCopies(1500, 1));

        assertThat(schemas.tree(structs).text(1)).isEqualTo("[Link{next: null}, ... 1499 more]");
        assertThat(schemas.tree(objects).text(1)).isEqualTo("[1, ... 1499 more]");
        assertThat(schemas.decode(Codecs.any(), objects)).isEqualTo(Collections.nCopies(1500, 1));
        assertThat(beginning(codec, structs)).hasSize(1500 * "Link{next: null}, ".length());
        assertThat(beginning(Codecs.any(), objects)).hasSize(1500 * "1, ".length());

        byte[] row = schemas.encode(
                Versioned.of(
                        Versioned.with("links", codec),
                        Versioned.with("numbers", Codecs.INT_ARRAY),
                        Versioned.with("kept", Codecs.INT)),
                Versioned.Row.of("links", links, "numbers", new int[] {1, 2, 300}, "kept", 7));
        assertThat(schemas.decode(Versioned.of(Versioned.with("kept", Codecs.INT)), row))
                .isEqualTo(Versioned.Row.of("kept", 7));
    }
}
