package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.library.Shelf;
import dev.cairn.codec.library.Word;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reflectively stored values as text, where their classes are at hand. */
final class OpaqueTextsTest {
    private static final String PROXY = "dev.cairn.codec.library.Word$Proxy";
    private static final NamedCodec<Word> WORD = word(PROXY);
    private static final NamedCodec<Shelf> SHELF =
            Codecs.opaque(Shelf.class, OpaqueTextsTest.class, List.of("dev.cairn.codec.library.Shelf$Book"));

    private final Schemas schemas = new Schemas();

    private static NamedCodec<Word> word(String... allowNames) {
        return Codecs.opaque(Word.class, OpaqueTextsTest.class, List.of(allowNames));
    }

    /** What a test wants it to say. */
    static final class Talker implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final String text;

        Talker(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return switch (text) {
                case "throw" -> throw new IllegalStateException("no");
                case "overflow" -> toString() + ".";
                case "null" -> null;
                case "error" -> throw new NoClassDefFoundError("com/lib/Gone");
                default -> text;
            };
        }
    }

    private static final NamedCodec<Talker> TALKER = Codecs.opaque(Talker.class);

    @AfterEach
    void noOtherClassWasRun() {
        assertThat(CanaryLog.notes()).isEmpty();
    }

    private <T> String shown(ArtifactCodec<T> codec, T value, ArtifactCodec<?> declared) {
        return ArtifactFormat.tree(schemas.encode(codec, value), schemas, new OpaqueTexts(() -> declared))
                .toString();
    }

    private static String unread(String type, int size) {
        return "<" + type + ", " + size + " bytes, only readable with class " + type + ">";
    }

    @Test
    void whatTheValueSaysOfItself() {
        assertThat(shown(WORD, new Word("fish"), WORD)).isEqualTo("<dev.cairn.codec.library.Word, 124 bytes: fish>");
        ArtifactCodec<Map<String, List<Word>>> nested = Codecs.map(Codecs.STRING, Codecs.list(WORD));
        assertThat(shown(nested, Map.of("a", List.of(new Word("ice"))), nested))
                .isEqualTo("{\"a\": [<dev.cairn.codec.library.Word, 123 bytes: ice>]}");
    }

    @Test
    void aClassThatSaysNothingOfItself() {
        assertThat(shown(SHELF, new Shelf("Emma"), SHELF)).isEqualTo(unread("dev.cairn.codec.library.Shelf", 38));
    }

    @Test
    void whatThrowsIsShownAsWithoutItsClass() {
        for (String failing : List.of("throw", "overflow", "null", "error")) {
            assertThat(shown(TALKER, new Talker(failing), TALKER))
                    .isEqualTo(unread("dev.cairn.codec.OpaqueTextsTest$Talker", 90 + failing.length()));
        }
    }

    @Test
    void textsCannotSteerATerminalAndAreNotEndless() {
        assertThat(shown(TALKER, new Talker("\u001b[2J\n"), TALKER)).endsWith(" bytes: \\u001b[2J\\n>");
        assertThat(shown(TALKER, new Talker("x".repeat(1000)), TALKER)).endsWith(" bytes: " + "x".repeat(1000) + ">");
        assertThat(shown(TALKER, new Talker("x".repeat(1001)), TALKER)).endsWith("x".repeat(1000) + "...>");
        assertThat(shown(TALKER, new Talker("x".repeat(999) + "\ud83d\ude00"), TALKER))
                .endsWith("x".repeat(999) + "...>");
    }

    @Test
    void onlyWhatTheArtifactAllowsNowIsRead() {
        Word holder = new Word("fish");
        holder.extra = new ArrayList<>(List.of(new Talker("hidden")));
        NamedCodec<Word> generous = word(PROXY, Talker.class.getName());

        assertThat(shown(generous, holder, generous)).endsWith(" bytes: fish>");
        for (ArtifactCodec<?> declared : List.of(WORD, word(), TALKER, Codecs.any(), Codecs.list(TALKER))) {
            assertThat(shown(generous, holder, declared))
                    .endsWith("only readable with class dev.cairn.codec.library.Word>");
        }
    }

    @Test
    void aClassThatOnlyTheDataAllowsIsNotRun() {
        NamedCodec<Word> hostile = word(PROXY, "dev.cairn.codec.Canary");
        byte[] bytes = schemas.encode(hostile, new Word("fish"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] renamed = text.replace(
                        "dev.cairn.codec.library.Word$Proxy", "dev.cairn.codec.Canary\0\0\0\0\0\0\0\0\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ArtifactFormat.tree(renamed, schemas, new OpaqueTexts(() -> WORD)))
                .hasToString(unread("dev.cairn.codec.library.Word", 124));
    }

    @Test
    void aFlowWhoseClassesAreMissing() {
        byte[] bytes = schemas.encode(WORD, new Word("fish"));
        OpaqueTexts missing = new OpaqueTexts(() -> {
            throw new NoClassDefFoundError("com/lib/Gone");
        });

        assertThat(ArtifactFormat.tree(bytes, schemas, missing))
                .hasToString(unread("dev.cairn.codec.library.Word", 124));
    }
}
