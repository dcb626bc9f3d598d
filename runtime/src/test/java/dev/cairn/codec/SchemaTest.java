package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.internal.Sha256;
import dev.cairn.codec.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaTest {
    private static final String OPTIMIZER = "enum dev.cairn.codec.Samples$Optimizer{SGD,ADAM}\n";
    private static final String CONFIG = "struct com.acme.Config{learningRate:f64,batchSize:i32,label:string,"
            + "optimizer:dev.cairn.codec.Samples$Optimizer}\n";

    @Test
    void describesEveryTypeThatItsRootLeadsTo() {
        Schema schema = Codecs.map(Codecs.STRING, Codecs.list(Samples.CONFIG)).schema();

        assertThat(schema).hasToString("map<string,list<com.acme.Config>>\n" + CONFIG + OPTIMIZER);
        assertThat(new String(schema.bytes(), StandardCharsets.UTF_8)).isEqualTo("cairn schema 0\n" + schema);
        assertThat(schema.isComplete()).isTrue();
    }

    @Test
    void theHashIsThatOfTheBytes() {
        assertThat(Codecs.INT.schema().hash())
                .isEqualTo(Sha256.of("cairn schema 0\ni32\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsBoxesFromPrimitives() {
        assertThat(Codecs.list(Codecs.BOXED_INT).schema()).hasToString("list<i32?>\n");
        assertThat(Codecs.INT_ARRAY.schema()).hasToString("array<i32>\n");
    }

    @Test
    void recursiveTypesReferToThemselves() {
        assertThat(Samples.NODE.schema())
                .hasToString("com.acme.Node\n"
                        + "struct com.acme.Node{value:i32,left:com.acme.Node,right:com.acme.Node,"
                        + "others:list<com.acme.Node>}\n");
    }

    @Test
    void sealedTypesNameTheirSubtypes() {
        assertThat(Samples.SHAPE.schema())
                .hasToString("dev.cairn.codec.Samples$Shape\n"
                        + "sealed dev.cairn.codec.Samples$Shape{com.acme.Circle,com.acme.Square,"
                        + "dev.cairn.codec.Samples$Marker}\n"
                        + "struct com.acme.Circle{radius:f64}\n"
                        + "struct com.acme.Square{side:f64}\n"
                        + "enum dev.cairn.codec.Samples$Marker{ORIGIN}\n");
    }

    @Test
    void whatCouldBeMistakenIsQuoted() {
        Versioned list = Versioned.named("list", List.of(), Versioned.with("a'b\\c\nd", Codecs.INT));
        Versioned pair = Versioned.named(
                StructCodec.typeName("com.acme.Pair", Codecs.STRING, list), List.of(), Versioned.with("list", list));

        assertThat(pair.schema())
                .hasToString("'com.acme.Pair<string,\\'list\\'>'\n"
                        + "struct 'com.acme.Pair<string,\\'list\\'>'{'list':'list'}\n"
                        + "struct 'list'{'a\\'b\\\\c\\nd':i32}\n");
        assertThat(Schema.parse(pair.schema().bytes())).isEqualTo(pair.schema());
    }

    @Test
    void aParsedSchemaIsTheSame() {
        for (ArtifactCodec<?> codec : List.of(
                Samples.NODE,
                Samples.BOX,
                Codecs.list(Samples.SHAPE),
                Codecs.set(Codecs.BOXED_CHAR),
                Codecs.any(),
                Codecs.opaque(StringBuilder.class, List.class))) {
            assertThat(Schema.parse(codec.schema().bytes())).isEqualTo(codec.schema());
            assertThat(Schema.parse(codec.schema().bytes()).hash())
                    .isEqualTo(codec.schema().hash());
        }
    }

    @Test
    void twoDefinitionsOfOneNameAreRefused() {
        Versioned one = Versioned.of(Versioned.with("a", Codecs.INT));
        Versioned other = Versioned.of(Versioned.with("a", Codecs.LONG));

        assertThatThrownBy(() -> Codecs.map(one, other).schema())
                .hasMessage("two codecs define com.acme.Row differently: struct com.acme.Row{a:i32} and struct"
                        + " com.acme.Row{a:i64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "i32",
                "i32\n",
                "cairn schema 1\ni32\n",
                "cairn schema 0\ni32",
                "cairn schema 0\nlist\n",
                "cairn schema 0\nlist<>\n",
                "cairn schema 0\nlist<i32\n",
                "cairn schema 0\nmap<i32>\n",
                "cairn schema 0\nstring?\n",
                "cairn schema 0\ncom.acme.Missing\n",
                "cairn schema 0\ni32\nenum a.B{X}\n",
                "cairn schema 0\na.B\nenum a.B{X}\nenum a.B{X}\n",
                "cairn schema 0\na.B\nrecord a.B{X}\n",
                "cairn schema 0\na.B\ncustom a.B{x,y}\n",
                "cairn schema 0\n'a.B'\nenum a.B{X}\n",
                "cairn schema 0\n'a",
                "cairn schema 0\n'a\\",
                "cairn schema 0\na.B\nsealed a.B{a.C}\n",
            })
    void whatIsNoCanonicalSchemaIsRefused(String text) {
        assertThatThrownBy(() -> Schema.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageStartingWith("the schema ");
    }

    @Test
    void endlesslyNestedTypesAreRefused() {
        String text = "cairn schema 0\n" + "list<".repeat(100_000);
        assertThatThrownBy(() -> Schema.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("the schema is nested too deep, at character 515");
    }
}
