package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values stored reflectively. */
final class OpaqueCodecTest {
    enum Mood {
        CALM
    }

    record Weight(String name, double value, @Nullable Mood mood) {}

    /** Not serializable, without a constructor that anyone else can call. */
    static final class Model {
        private final List<Weight> weights;
        private final Map<String, double[]> layers = new TreeMap<>();
        private final UUID id;

        @Nullable
        Object extra;

        private Model(List<Weight> weights) {
            this.weights = weights;
            this.id = new UUID(1, 2);
        }
    }

    static final class Intruder implements Serializable {
        private static final long serialVersionUID = 1;
    }

    static final class Saved implements Serializable {
        private static final long serialVersionUID = 1;

        private final ArrayList<String> lines = new ArrayList<>();
        private final double[][] matrix = {{1}, {2, 3}};
        private transient int cache = 7;

        @Nullable
        Serializable extra;
    }

    private static final NamedCodec<Model> MODEL = Codecs.opaque(Model.class, Weight.class, Mood.class);
    private static final NamedCodec<Saved> SAVED = Codecs.opaque(Saved.class);

    static Model model() {
        Model model = new Model(new ArrayList<>(List.of(new Weight("w", 0.5, Mood.CALM), new Weight("v", 1, null))));
        model.layers.put("a", new double[] {1, 2});
        model.extra = new Weight[] {new Weight("x", 2, null)};
        return model;
    }

    @Test
    void fieldByFieldWhereTheClassIsNotSerializable() {
        Model read = Schemas.roundTrip(MODEL, model());
        assertThat(read).isNotNull();
        assertThat(read.weights).isEqualTo(model().weights);
        assertThat(read.layers).containsOnlyKeys("a");
        assertThat(read.layers.get("a")).containsExactly(1, 2);
        assertThat(read.id).isEqualTo(new UUID(1, 2));
        assertThat((Object[]) read.extra).containsExactly(new Weight("x", 2, null));
        assertThat(Schemas.roundTrip(MODEL, null)).isNull();
    }

    @Test
    void byTheSerializationOfTheJdkWhereTheClassIsSerializable() {
        Saved saved = new Saved();
        saved.lines.add("a");
        saved.extra = new int[] {4};
        Saved read = Schemas.roundTrip(SAVED, saved);
        assertThat(read).isNotNull();
        assertThat(read.lines).containsExactly("a");
        assertThat(read.matrix).isDeepEqualTo(new double[][] {{1}, {2, 3}});
        assertThat(read.extra).isEqualTo(new int[] {4});
        assertThat(read.cache).isZero();
    }

    @Test
    void cyclesAreAllowed() {
        NamedCodec<Model> codec = MODEL;
        Model model = model();
        model.extra = model;
        Model read = Schemas.roundTrip(codec, model);
        assertThat(read).isNotNull();
        assertThat(read.extra).isSameAs(read);
    }

    @Test
    void aClassThatIsNotAllowedIsNotWritten() {
        for (Object intruder : List.of(
                new Intruder(), new Intruder[1], new ArrayList<>(List.of(new Intruder())), new Object[] {new Intruder()
                })) {
            assertNotStored(intruder, INTRUDER + "Model", INTRUDER + "Saved");
        }
        Model nested = model();
        nested.weights.add(new Weight("deep", 1, null));
        nested.extra = new ArrayList<>(List.of(new TreeMap<>(Map.of("k", new Intruder()))));
        assertThatThrownBy(() -> ArtifactFormat.encode(MODEL, nested)).hasMessage(INTRUDER + "Model");
    }

    @Test
    void whatNobodyCanNameIsNotSaidToBeNamed() {
        String lambda = "a lambda cannot be stored: make its field transient, or store the values that it uses";
        assertNotStored((Runnable & Serializable) () -> {}, lambda, lambda);
        String view = "java.util.TreeMap$AscendingSubMap is not public, so it cannot be used in @Opaque(allow = ...):"
                + " copy it into a public class, such as ArrayList or HashMap";
        Model model = model();
        model.extra = new TreeMap<>(Map.of("a", 1)).headMap("b");
        assertThatThrownBy(() -> ArtifactFormat.encode(MODEL, model)).hasMessage(view);
        Saved saved = new Saved();
        saved.extra = (Serializable) model.extra;
        assertThatThrownBy(() -> ArtifactFormat.encode(SAVED, saved))
                .hasMessage(view + ", or add \"java.util.TreeMap$AscendingSubMap\" to @Opaque(allowNames = ...) of"
                        + " dev.cairn.codec.OpaqueCodecTest$Saved");
    }

    @Test
    void whatTheJdkRefusesIsNamed() {
        Saved saved = new Saved();
        saved.extra = new ArrayList<>(List.of(new Object[] {model()}));
        assertThatThrownBy(() -> ArtifactFormat.encode(SAVED, saved))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(
                        "dev.cairn.codec.OpaqueCodecTest$Model is not serializable: let it implement Serializable, or"
                                + " make its field transient");
        saved.extra = new Unlucky();
        assertThatThrownBy(() -> ArtifactFormat.encode(Codecs.opaque(Saved.class, Unlucky.class), saved))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("could not be stored: java.io.IOException: no luck");
    }

    @Test
    void whatIsNestedTooDeepForTheStackIsSaidToBe() {
        Model model = model();
        Saved saved = new Saved();
        for (int i = 0; i < 50_000; i++) {
            Model around = new Model(new ArrayList<>());
            around.extra = model;
            model = around;
            Saved aroundSaved = new Saved();
            aroundSaved.extra = saved;
            saved = aroundSaved;
        }
        Model deepModel = model;
        Saved deepSaved = saved;
        assertThatThrownBy(() -> ArtifactFormat.encode(MODEL, deepModel))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("nested too deep for the stack of this thread");
        assertThatThrownBy(() -> ArtifactFormat.encode(SAVED, deepSaved))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("nested too deep for the stack of this thread");
    }

    static final class Unlucky implements Serializable {
        private static final long serialVersionUID = 1;

        private void writeObject(ObjectOutputStream stream) throws IOException {
            throw new IOException("no luck");
        }
    }

    private static final String INTRUDER = "dev.cairn.codec.OpaqueCodecTest$Intruder is not allowed: add"
            + " dev.cairn.codec.OpaqueCodecTest.Intruder.class to @Opaque(allow = ...) of"
            + " dev.cairn.codec.OpaqueCodecTest$";

    /** Where only the name is known. */
    private static final String NAMED_INTRUDER = "dev.cairn.codec.OpaqueCodecTest$Intruder is not allowed: add"
            + " \"dev.cairn.codec.OpaqueCodecTest$Intruder\" to @Opaque(allowNames = ...) of"
            + " dev.cairn.codec.OpaqueCodecTest$";

    private static void assertNotStored(Object extra, String inModel, String inSaved) {
        Model model = model();
        model.extra = extra;
        assertThatThrownBy(() -> ArtifactFormat.encode(MODEL, model))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(inModel);
        Saved saved = new Saved();
        saved.extra = (Serializable) extra;
        assertThatThrownBy(() -> ArtifactFormat.encode(SAVED, saved))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(inSaved);
    }

    @Test
    void aClassThatIsNoLongerAllowedIsNotRead() {
        Schemas schemas = new Schemas();
        Model model = model();
        model.extra = new Intruder();
        byte[] bytes = schemas.encode(Codecs.opaque(Model.class, Intruder.class, Weight.class, Mood.class), model);
        assertThatThrownBy(() -> schemas.decode(MODEL, bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(NAMED_INTRUDER + "Model");
        model.extra = new ArrayList<>(List.of(new Intruder[] {new Intruder()}));
        byte[] nested = schemas.encode(Codecs.opaque(Model.class, Intruder.class, Weight.class, Mood.class), model);
        assertThatThrownBy(() -> schemas.decode(MODEL, nested)).hasMessage(NAMED_INTRUDER + "Model");
        model.extra = null;
        byte[] without = schemas.encode(Codecs.opaque(Model.class, Intruder.class, Weight.class, Mood.class), model);
        Model read = schemas.decode(MODEL, without);
        assertThat(read).isNotNull();
        assertThat(read.weights).isEqualTo(model.weights);

        Saved saved = new Saved();
        saved.extra = new Intruder();
        byte[] java = schemas.encode(Codecs.opaque(Saved.class, Intruder.class), saved);
        assertThatThrownBy(() -> schemas.decode(SAVED, java))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(NAMED_INTRUDER + "Saved");
    }

    @Test
    void theTreeSaysThatOnlyTheClassCanReadIt() {
        Schemas schemas = new Schemas();
        byte[] bytes = schemas.encode(Codecs.list(SAVED), List.of(new Saved()));
        assertThat(bytes[3]).isEqualTo((byte) 2);
        assertThat(schemas.tree(bytes).toString())
                .matches("\\[<dev.cairn.codec.OpaqueCodecTest\\$Saved, \\d+ bytes, "
                        + "only readable with class dev.cairn.codec.OpaqueCodecTest\\$Saved>]");
    }

    @Test
    void theSchemaNamesTheClasses() {
        assertThat(MODEL.schema())
                .hasToString("dev.cairn.codec.OpaqueCodecTest$Model\n"
                        + "opaque-kryo dev.cairn.codec.OpaqueCodecTest$Model{dev.cairn.codec.OpaqueCodecTest$Model,"
                        + "dev.cairn.codec.OpaqueCodecTest$Weight,dev.cairn.codec.OpaqueCodecTest$Mood}\n");
        assertThat(SAVED.schema().toString()).contains("\nopaque-java ");
    }

    @Test
    void noTextBecomesAValue() {
        assertThat(ArtifactFormat.fromTree(MODEL, Tree.of(null))).isNull();
        assertThatThrownBy(() -> ArtifactFormat.fromTree(MODEL, Tree.of("x")))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("OpaqueCodecTest.Model cannot be written as text, because it is stored reflectively");
        assertThatThrownBy(() -> ArtifactFormat.fromTree(Codecs.array(Model[]::new, MODEL), Tree.of("x")))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("\"x\" is not an OpaqueCodecTest.Model[]");
    }

    @Test
    void damageIsACodecException() {
        for (NamedCodec<?> codec : List.of(MODEL, SAVED)) {
            Schemas schemas = new Schemas();
            byte[] bytes = codec == MODEL ? schemas.encode(MODEL, model()) : schemas.encode(SAVED, new Saved());
            for (int bit = 36 * 8; bit < bytes.length * 8; bit++) {
                byte[] damaged = bytes.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                try {
                    schemas.decode(codec, damaged);
                } catch (CodecException expected) {
                    assertThat(expected.getMessage()).isNotEmpty();
                }
            }
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> schemas.decode(codec, cut)).isInstanceOf(CodecException.class);
            }
        }
    }
}
