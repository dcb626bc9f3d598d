package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.internal.CodecKryo;
import dev.cairn.codec.internal.KryoBootstrap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class KryoBootstrapTest {
    /** Kryo is initialised once, by whoever comes first: here it is a codec, in whichever order tests run. */
    @BeforeAll
    static void initialiseKryo() {
        assertThat(Codecs.INT.schema()).isNotNull();
    }

    @Test
    void kryoWorksWithoutUnsafe() {
        assertThat(ArtifactFormat.encode(Codecs.INT, 1).bytes()).isNotEmpty();
        assertThat(KryoBootstrap.UNSAFE).isFalse();
        assertThat(System.getProperty("kryo.unsafe")).isNull();
    }

    @Test
    void codecsAreSerializersOfAnyKryo() {
        Kryo kryo = new Kryo();
        kryo.register(Config.class, Samples.CONFIG);
        Config config = new Config(1, 2, "x", null);
        Output output = new Output(64, -1);
        kryo.writeClassAndObject(output, config);
        assertThat(kryo.readClassAndObject(new Input(output.toBytes()))).isEqualTo(config);
    }

    @Test
    void noClassIsLookedUp() {
        CodecKryo kryo = CodecKryo.borrow();
        assertThatThrownBy(() -> kryo.getRegistration(Config.class)).hasMessageContaining("Class is not registered");
        CodecKryo.giveBack(kryo);
    }
}
