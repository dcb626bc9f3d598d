package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.internal.Sha256;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaParser;
import dev.cairn.codec.schema.SchemaType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaTest {
    private static final String OPTIMIZER = "enum dev.cairn.codec.Samples$Optimizer{SGD,ADAM}\n";
    private static final String CONFIG = "struct com.acme.Config{learningRate:f64,batchSize:i32,label:string,"
            + "optimizer:dev.cairn.codec.Samples$Optimizer}\n";

    @Test
    void whatStandsForAnotherCodecHasItsSchema() {
        assertThat(Codecs.lazy(() -> Samples.CONFIG).schema()).isEqualTo(Samples.CONFIG.schema());
        assertThat(Codecs.converter(new Same(), Samples.CONFIG).schema()).isEqualTo(Samples.CONFIG.schema());
    }

    private static final class Same extends ConverterCodec<Samples.Config, Samples.Config> {
        @Override
        protected Samples.Config toStored(Samples.Config value) {
            return value;
        }

        @Override
        protected Samples.Config fromStored(Samples.Config stored) {
            return stored;
        }
    }

    @Test
    void describesEveryTypeThatItsRootLeadsTo() {
        Schema schema = Codecs.map(Codecs.STRING, Codecs.list(Samples.CONFIG)).schema();

        assertThat(schema).hasToString("map<string,list<com.acme.Config>>\n" + CONFIG + OPTIMIZER);
        assertThat(new String(schema.bytes(), StandardCharsets.UTF_8)).isEqualTo("cairn schema 1\n" + schema);
        assertThat(schema.isComplete()).isTrue();
    }

    @Test
    void theHashIsThatOfTheBytes() {
        assertThat(Codecs.INT.schema().hash())
                .isEqualTo(Sha256.of("cairn schema 1\ni32\n".getBytes(StandardCharsets.UTF_8)));
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
                        + "struct 'com.acme.Pair<string,\\'list\\'>'{list:'list'}\n"
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
                "cairn schema 9\ni32\n",
                "cairn schema 1\ni32",
                "cairn schema 1\nlist\n",
                "cairn schema 1\nlist<>\n",
                "cairn schema 1\nlist<i32\n",
                "cairn schema 1\nmap<i32>\n",
                "cairn schema 1\nstring?\n",
                "cairn schema 1\ncom.acme.Missing\n",
                "cairn schema 1\ni32\nenum a.B{X}\n",
                "cairn schema 1\na.B\nenum a.B{X}\nenum a.B{X}\n",
                "cairn schema 1\na.B\nrecord a.B{X}\n",
                "cairn schema 1\na.B\ncustom a.B{x,y}\n",
                "cairn schema 1\n'a.B'\nenum a.B{X}\n",
                "cairn schema 1\n'a",
                "cairn schema 1\n'a\\",
                "cairn schema 1\na.B\nsealed a.B{a.C}\n",
                "cairn schema 1\na.B\nenum a.B{X,X}\n",
                "cairn schema 1\na.B\nstruct a.B{x:i32,x:i64}\n",
                "cairn schema 01\ni32\n",
            })
    void whatIsNoCanonicalSchemaIsRefused(String text) {
        assertThatThrownBy(() -> Schema.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageStartingWith("the schema ");
    }

    /** What is a keyword, and which letters Unicode has, changes: what is stored must not. */
    @Test
    void classesWithoutAPackageAndLettersBeyondAsciiAreQuoted() {
        Versioned loose = Versioned.named("random", List.of(), Versioned.with("random", Codecs.INT));
        Versioned umlaut = Versioned.named("com.acme.Gr\u00f6\u00dfe", List.of(), Versioned.with("$_9", loose));

        assertThat(umlaut.schema())
                .hasToString("'com.acme.Gr\u00f6\u00dfe'\n"
                        + "struct 'com.acme.Gr\u00f6\u00dfe'{$_9:'random'}\n"
                        + "struct 'random'{random:i32}\n");
    }

    @Test
    void whatALaterVersionMayAddIsNamed() {
        assertThatThrownBy(() -> Schema.parse("cairn schema 2\ni32\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the schema is of version \"2\", which is not supported by this version; upgrade Cairn,"
                        + " at character 13");
        assertThatThrownBy(() -> Schema.parse("cairn schema 1\nqueue<i32>\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the schema has the type \"queue\", which is not supported by this version; upgrade Cairn,"
                        + " at character 20");
        assertThatThrownBy(() -> Schema.parse("cairn schema 1\na.B\nbits a.B{X}\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the schema has a definition of the kind \"bits\", which is not supported by this version;"
                        + " upgrade Cairn, at character 24");
    }

    /** Keywords were quoted as names of fields, classes without a package were not. */
    @Test
    void aSchemaOfTheFirstVersionIsReadAndKeepsItsHash() {
        byte[] bytes = "cairn schema 0\nLoose\nstruct Loose{'list':i32}\n".getBytes(StandardCharsets.UTF_8);
        Schema schema = Schema.parse(bytes);

        assertThat(schema.bytes()).isEqualTo(bytes);
        assertThat(schema.hash()).isEqualTo(Sha256.of(bytes));
        assertThat(schema)
                .isEqualTo(Versioned.named("Loose", List.of(), Versioned.with("list", Codecs.INT))
                        .schema());
    }

    /** Otherwise what was stored of the class could no longer be read. */
    @Test
    void aClassOfTheFirstVersionStaysAClassWhenItsNameBecomesAKeyword() {
        byte[] bytes = "cairn schema 0\nlist<random>\nstruct random{x:i32}\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Schema.parse(bytes).definition("random")).hasToString("struct 'random'{x:i32}");
        assertThat(SchemaParser.types("<random,Loose>"))
                .contains(List.of(new SchemaType.Scalar("random", false), new SchemaType.Named("Loose")));
    }

    @Test
    void anArtifactOfTheFirstVersionIsRead() {
        Versioned loose = Versioned.named("Loose", List.of(), Versioned.with("list", Codecs.INT));
        byte[] schema = "cairn schema 0\nLoose\nstruct Loose{'list':i32}\n".getBytes(StandardCharsets.UTF_8);
        byte[] artifact = HexFormat.of().parseHex("ca1b0001" + HexFormat.of().formatHex(Sha256.of(schema)) + "0102");

        assertThat(ArtifactFormat.decode(loose, artifact, hash -> schema)).isEqualTo(Versioned.Row.of("list", 1));
        assertThat(ArtifactFormat.tree(artifact, hash -> schema)).hasToString("Loose{list: 1}");
    }

    @Test
    void endlesslyNestedTypesAreRefused() {
        String text = "cairn schema 1\n" + "list<".repeat(100_000);
        assertThatThrownBy(() -> Schema.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("the schema is nested too deep, at character 515");
    }

    @Test
    void aSchemaIsToldByItsFirstWords() {
        byte[] schema = Codecs.INT.schema().bytes();
        assertThat(Schema.isBeginning(schema)).isTrue();
        assertThat(Schema.isBeginning("cairn schema ".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Schema.isBeginning("cairn schema".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Schema.isBeginning("cairn Schema 1".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Schema.isBeginning(new byte[0])).isFalse();
    }

    @Test
    void schemasOfOneTextAreEqual() {
        Schema first = Schema.parse("cairn schema 0\nlist<i32>\n".getBytes(StandardCharsets.UTF_8));
        assertThat(first).isEqualTo(Codecs.list(Codecs.INT).schema());
        assertThat(first).hasSameHashCodeAs(Codecs.list(Codecs.INT).schema());
        assertThat(first).isNotEqualTo(Codecs.set(Codecs.INT).schema());
        assertThat(Codecs.INT.schema().hashCode())
                .isNotEqualTo(Codecs.LONG.schema().hashCode());
    }

    @Test
    void definitionsAreStoredAlikeIfTheyAreOfOneKindAndCodec() {
        Definition custom = new Definition.Custom("com.acme.A", "a");
        assertThat(custom.isStoredLike(new Definition.Custom("com.acme.B", "a")))
                .isTrue();
        assertThat(custom.isStoredLike(new Definition.Custom("com.acme.A", "b")))
                .isFalse();
        assertThat(custom.isStoredLike(new Definition.Struct("com.acme.A", List.of())))
                .isFalse();
        assertThat(new Definition.Struct("com.acme.A", List.of())
                        .isStoredLike(new Definition.Struct(
                                "com.acme.B", List.of(new Definition.Field("x", new SchemaType.Scalar("i32", false))))))
                .isTrue();
        assertThat(new Definition.Struct("com.acme.A", List.of())
                        .isStoredLike(new Definition.Enumeration("com.acme.A", List.of())))
                .isFalse();
    }
}
