package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.library.Shelf;
import dev.cairn.codec.library.Shop;
import dev.cairn.codec.library.Word;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values of libraries that are stored reflectively, with classes which only the library can name. */
final class OpaqueNamesTest {
    private static final String PROXY = "dev.cairn.codec.library.Word$Proxy";
    private static final String BOOK = "dev.cairn.codec.library.Shelf$Book";
    private static final String CANARY = "dev.cairn.codec.Canary";

    private static final NamedCodec<Word> WORD = word(PROXY);

    private static NamedCodec<Word> word(String... allowNames) {
        return Codecs.opaque(Word.class, OpaqueNamesTest.class, List.of(allowNames));
    }

    private static NamedCodec<Shelf> shelf(String... allowNames) {
        return Codecs.opaque(Shelf.class, OpaqueNamesTest.class, List.of(allowNames));
    }

    @AfterEach
    void noOtherClassWasRun() {
        assertThat(CanaryLog.notes()).isEmpty();
    }

    @Test
    void proxiesOfTheSerializationOfTheJdk() {
        assertThat(Schemas.roundTrip(WORD, new Word("fish"))).hasToString("fish");
    }

    @Test
    void privateClassesFieldByField() {
        Shelf read = Schemas.roundTrip(shelf(BOOK), new Shelf("Emma", "Ulysses"));
        assertThat(read).isNotNull();
        assertThat(read.titles()).containsExactly("Emma", "Ulysses");
    }

    @Test
    void theSchemaNamesThem() {
        assertThat(WORD.schema())
                .hasToString("dev.cairn.codec.library.Word\nopaque-java dev.cairn.codec.library.Word{"
                        + "dev.cairn.codec.library.Word," + PROXY + "}\n");
    }

    @Test
    void namesAndClassesAreOneList() {
        NamedCodec<Word> both = Codecs.opaque(Word.class, OpaqueNamesTest.class, List.of(PROXY, "java.util.Random"));
        assertThat(both.schema().toString())
                .endsWith("{dev.cairn.codec.library.Word," + PROXY + ",java.util.Random}\n");
        NamedCodec<Word> twice = Codecs.opaque(
                Word.class, OpaqueNamesTest.class, List.of(PROXY, PROXY, "java.lang.Thread"), Thread.class);
        assertThat(twice.schema().toString())
                .endsWith("{dev.cairn.codec.library.Word,java.lang.Thread," + PROXY + "}\n");
    }

    @Test
    void whatIsNotAllowedIsRefusedWithTheLineToWrite() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        assertThatThrownBy(() -> ArtifactFormat.write(word(), new Word("fish"), stream))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(PROXY + " is not allowed: add \"" + PROXY
                        + "\" to @Opaque(allowNames = ...) of dev.cairn.codec.library.Word");
        assertThatThrownBy(() -> ArtifactFormat.write(shelf(), new Shelf("Emma"), stream))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(BOOK + " is not allowed: add \"" + BOOK
                        + "\" to @Opaque(allowNames = ...) of dev.cairn.codec.library.Shelf");
        Word holder = new Word("fish");
        holder.extra = new Shop();
        assertThatThrownBy(() -> ArtifactFormat.write(WORD, holder, stream))
                .hasMessage("dev.cairn.codec.library.Shop is not allowed: add dev.cairn.codec.library.Shop.class to"
                        + " @Opaque(allow = ...) of dev.cairn.codec.library.Word");
    }

    @Test
    void aNameInTheDataThatIsNotAllowedIsNotLookedUp() {
        Schemas schemas = new Schemas();
        byte[] bytes = renamed(schemas.encode(WORD, new Word("fish")), PROXY, CANARY);
        assertThatThrownBy(() -> schemas.decode(WORD, bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageStartingWith("dev.cairn.codec.Canary")
                .hasMessageContaining(" is not allowed: add \"dev.cairn.codec.Canary")
                .hasMessageEndingWith("\" to @Opaque(allowNames = ...) of dev.cairn.codec.library.Word");
    }

    @Test
    void anAllowedClassIsNotInitialisedBeforeThereIsAnInstance() {
        assertThat(Schemas.roundTrip(word(PROXY, CANARY), new Word("fish"))).hasToString("fish");
    }

    @Test
    void whatIsAllowedNoLongerIsNotRead() {
        Schemas schemas = new Schemas();
        byte[] word = schemas.encode(WORD, new Word("fish"));
        byte[] shelf = schemas.encode(shelf(BOOK), new Shelf("Emma"));
        assertThatThrownBy(() -> schemas.decode(word(), word))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(PROXY + " is not allowed: add \"" + PROXY
                        + "\" to @Opaque(allowNames = ...) of dev.cairn.codec.library.Word");
        assertThatThrownBy(() -> schemas.decode(shelf(), shelf))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(BOOK + " is not allowed: add \"" + BOOK
                        + "\" to @Opaque(allowNames = ...) of dev.cairn.codec.library.Shelf");
    }

    @Test
    void aClassThatIsGoneIsNamed() {
        Schemas schemas = new Schemas();
        String gone = PROXY.replace("Proxy", "Prory");
        byte[] bytes = renamed(schemas.encode(WORD, new Word("fish")), PROXY, gone);
        assertThatThrownBy(() -> schemas.decode(word(PROXY, gone), bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(gone + " is allowed, but it is not on the class path: add the library that contains it");
    }

    @Test
    void aClassThatIsGoneKeepsItsNumber() {
        Schemas schemas = new Schemas();
        byte[] bytes = schemas.encode(shelf("com.lib.Gone", BOOK), new Shelf("Emma"));
        for (NamedCodec<Shelf> codec : List.of(shelf("com.lib.Gone", BOOK), shelf(BOOK), shelf(BOOK, "com.lib.Gone"))) {
            Shelf read = schemas.decode(codec, bytes);
            assertThat(read).isNotNull();
            assertThat(read.titles()).containsExactly("Emma");
        }
    }

    /** The bytes with another name of a class in them, filled up with letters: lengths stay. */
    private static byte[] renamed(byte[] bytes, String name, String other) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(name);
        String filled = other + "x".repeat(name.length() - other.length());
        return text.replace(name, filled).getBytes(StandardCharsets.ISO_8859_1);
    }
}
