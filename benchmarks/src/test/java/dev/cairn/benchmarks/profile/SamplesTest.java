package dev.cairn.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final List<String> HASHED = List.of(
            "sun.security.provider.SHA2.implCompress0",
            "java.security.MessageDigest.update",
            "dev.cairn.datastore.Address.ofContent",
            "dev.cairn.engine.task.Storing.store",
            "java.lang.Thread.run");

    @Test
    void aSampleIsOfItsInnermostMethod() {
        assertThat(Samples.method(HASHED)).isEqualTo("sun.security.provider.SHA2.implCompress0");
        assertThat(Samples.type(HASHED)).isEqualTo("sun.security.provider.SHA2");
        assertThat(Samples.packageName(HASHED)).isEqualTo("sun.security.provider");
        assertThat(Samples.type(List.of("java.util.HashMap$Node.equals"))).isEqualTo("java.util.HashMap");
        assertThat(Samples.packageName(List.of("Main.main"))).isEqualTo("(none)");
    }

    @Test
    void whoAskedForItIsTheInnermostPackageOfCairn() {
        assertThat(Samples.owner(HASHED)).isEqualTo("dev.cairn.datastore");
        assertThat(Samples.owner(List.of(
                        "com.sun.tools.javac.comp.Attr.visitApply",
                        "com.sun.tools.javac.main.JavaCompiler.attribute",
                        "com.sun.tools.javac.main.JavaCompiler.compile")))
                .isEqualTo("javac: attribute");
        assertThat(Samples.owner(
                        List.of("java.util.SplittableRandom.nextLong", "dev.cairn.benchmarks.store.Content.bytes")))
                .isEqualTo("(others)");
    }

    @Test
    void whatWaitsDoesNotWork() {
        assertThat(Samples.waits("jdk.internal.misc.Unsafe.park")).isTrue();
        assertThat(Samples.waits("java.lang.Object.wait")).isTrue();
        assertThat(Samples.waits("org.sqlite.core.NativeDB.step")).isFalse();
        assertThat(Samples.waits("sun.nio.ch.FileDispatcherImpl.force0")).isFalse();
    }

    @Test
    void threadsOfOneKindCountTogether() {
        assertThat(ThreadTimes.kind("cairn-worker-12")).isEqualTo("cairn-worker");
        assertThat(ThreadTimes.kind("GC Thread#0")).isEqualTo("GC Thread");
        assertThat(ThreadTimes.kind("C2 CompilerThre")).isEqualTo("C2 CompilerThre");
    }
}
