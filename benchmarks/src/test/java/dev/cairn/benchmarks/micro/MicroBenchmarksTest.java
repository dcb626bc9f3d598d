package dev.cairn.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured does what it is measured for; how long that takes, no test judges. */
class MicroBenchmarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"long", "record", "list of 1,000 records"})
    void aCodecReadsWhatItWrote(String value) {
        CodecMicro codec = new CodecMicro();
        codec.value = value;
        codec.prepare();

        Object decoded = codec.decode();

        assertThat(decoded)
                .isEqualTo(
                        switch (value) {
                            case "long" -> 1_234_567L;
                            case "record" -> Kept.Point.of(7);
                            default -> Kept.Point.list(1_000);
                        });
    }

    @Test
    void anAddressIsTheDigest() throws NoSuchAlgorithmException {
        AddressMicro address = new AddressMicro();
        address.size = 64;
        address.prepare();

        assertThat(address.address()).isEqualTo(Address.ofBytes(address.sha256()));
        assertThat(address.encodeAndAddress()).isNotEqualTo(address.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory:", "file:"})
    void aStoreKeepsWhatItIsGiven(String url) throws IOException {
        StoreMicro store = new StoreMicro();
        store.store = url;
        store.open();
        try {
            assertThat(store.commit()).isSameAs(CommitResult.COMMITTED);
            assertThat(store.commit()).isSameAs(CommitResult.COMMITTED);
            assertThat(store.read()).isZero();
            assertThat(store.read()).isEqualTo(1);
        } finally {
            store.close();
        }
    }

    @Test
    void aScheduleComesToItsEnd() {
        ScheduleMicro schedule = new ScheduleMicro();

        assertThat(schedule.wide()).isEqualTo(100_003);
        assertThat(schedule.chain()).isEqualTo(1_000);
        assertThat(schedule.loop()).isEqualTo(10_002);
    }
}
