package dev.cairn.processor.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Encoded;
import dev.cairn.processor.write.LoadedCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Random versions of random types: what the lock file lets pass, the runtime reads, and what the runtime refuses, the lock file has
 * refused. Each version stores values such that whatever can be refused is among them.
 */
class RandomEvolutionTest {
    private static final int PAIRS = Integer.getInteger("lock.pairs", 16);
    private static final int CHAINS = Integer.getInteger("lock.chains", 5);
    private static final int VERSIONS = 5;
    private static final int FIRST_SEED = Integer.getInteger("cairn.seed", 0);
    private static final int BATCH = 60;

    /** Versions of all flows of a batch, compiled together. */
    private record Batch(List<RandomVersion> versions, CompiledVersion model, LoadedCodecs codecs) {
        static Batch of(List<RandomVersion> versions) {
            JavaFileObject[] sources = versions.stream()
                    .flatMap(version -> version.sources(CoveringValues.of(version)).stream())
                    .toArray(JavaFileObject[]::new);
            return new Batch(versions, CompiledVersion.of(sources), LoadedCodecs.of(sources));
        }

        LockedSchemas schemas(int place) {
            return model.schemas(versions.get(place).flow());
        }

        List<Encoded> stored(int place) throws ReflectiveOperationException {
            String flow = versions.get(place).flow();
            ArtifactCodec<Object> codec = codecs.codec(flow, "X");
            return ((List<?>) codecs.call(flow, "values"))
                    .stream().map(value -> ArtifactFormat.encode(codec, value)).toList();
        }

        /** Why some value cannot be read; empty if all can. */
        String refusal(int place, List<Encoded> stored) throws ReflectiveOperationException {
            ArtifactCodec<Object> codec = codecs.codec(versions.get(place).flow(), "X");
            for (Encoded value : stored) {
                try {
                    ArtifactFormat.decode(
                            codec, value.bytes(), hash -> value.schema().bytes());
                } catch (CodecException e) {
                    return e.getMessage();
                }
            }
            return "";
        }
    }

    @Test
    void refusesWhatTheRuntimeRefusesAndNothingElse() throws Exception {
        int refused = 0;
        for (int start = 0; start < PAIRS; start += BATCH) {
            List<RandomVersion> before = new ArrayList<>();
            List<RandomVersion> after = new ArrayList<>();
            for (int i = start; i < Math.min(PAIRS, start + BATCH); i++) {
                RandomChanges changes = new RandomChanges(new Random(FIRST_SEED + i));
                RandomVersion version = changes.first("com.acme.p" + i);
                before.add(version);
                after.add(changes.next(version));
            }
            Batch was = Batch.of(before);
            Batch is = Batch.of(after);
            for (int i = 0; i < before.size(); i++) {
                String flow = before.get(i).flow();
                Comparison comparison = is.model().comparedWith(was.schemas(i), flow);
                String refusal = is.refusal(i, was.stored(i));
                List<Finding> findings = comparison.findings().stream()
                        .filter(finding -> !isOfWhatIsNotStored(finding))
                        .toList();
                assertThat(findings.isEmpty())
                        .as(
                                "seed %d:%n%s%n%s%nruntime: %s%nlock: %s",
                                FIRST_SEED + start + i, before.get(i), after.get(i), refusal, comparison.findings())
                        .isEqualTo(refusal.isEmpty());
                refused += refusal.isEmpty() ? 0 : 1;
            }
        }
        assertThat(refused).isBetween(PAIRS / 5, PAIRS * 4 / 5);
    }

    /** Former names of the first version name nothing that is stored here; {@link #oldestVersionsStayReadable} has them. */
    private static boolean isOfWhatIsNotStored(Finding finding) {
        return finding.headline().contains("no longer has the former name");
    }

    @Test
    void oldestVersionsStayReadable() throws Exception {
        List<List<RandomVersion>> chains = new ArrayList<>();
        List<LockedSchemas> locks = new ArrayList<>();
        List<RandomChanges> changes = new ArrayList<>();
        for (int i = 0; i < CHAINS; i++) {
            changes.add(new RandomChanges(new Random(FIRST_SEED + 1_000_000 + i)));
            chains.add(new ArrayList<>(List.of(changes.get(i).first("com.acme.c" + i))));
        }
        List<Batch> batches = new ArrayList<>();
        batches.add(Batch.of(last(chains)));
        for (int i = 0; i < CHAINS; i++) {
            locks.add(batches.get(0).schemas(i));
        }
        int steps = 0;
        for (int version = 1; version < VERSIONS; version++) {
            List<RandomVersion> proposed = new ArrayList<>();
            for (int i = 0; i < CHAINS; i++) {
                proposed.add(changes.get(i).next(chains.get(i).get(version - 1)));
            }
            CompiledVersion model = CompiledVersion.of(proposed.stream()
                    .flatMap(next -> next.sources(List.of()).stream())
                    .toArray(JavaFileObject[]::new));
            for (int i = 0; i < CHAINS; i++) {
                Comparison comparison =
                        model.comparedWith(locks.get(i), proposed.get(i).flow());
                boolean accepted = comparison.findings().isEmpty()
                        && !comparison.differences().isEmpty();
                chains.get(i).add(accepted ? proposed.get(i) : chains.get(i).get(version - 1));
                locks.set(i, accepted ? comparison.updated() : locks.get(i));
                steps += accepted ? 1 : 0;
            }
            batches.add(Batch.of(last(chains)));
        }
        for (int i = 0; i < CHAINS; i++) {
            for (int old = 0; old < VERSIONS - 1; old++) {
                assertThat(batches.get(VERSIONS - 1).refusal(i, batches.get(old).stored(i)))
                        .as(
                                "seed %d, version %d of %s%n%s",
                                FIRST_SEED + 1_000_000 + i,
                                old,
                                chains.get(i),
                                locks.get(i).text())
                        .isEmpty();
            }
        }
        assertThat(steps).isGreaterThan(CHAINS);
    }

    private static List<RandomVersion> last(List<List<RandomVersion>> chains) {
        return chains.stream().map(chain -> chain.get(chain.size() - 1)).toList();
    }
}
