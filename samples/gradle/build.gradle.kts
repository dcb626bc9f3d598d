plugins {
    application
}

val cairnVersion = "0.1.0-SNAPSHOT"

repositories {
    mavenLocal() // where `./mvnw install` puts Cairn as long as it is not published
    mavenCentral()
}

dependencies {
    implementation(platform("dev.cairn:cairn-bom:$cairnVersion"))
    annotationProcessor(platform("dev.cairn:cairn-bom:$cairnVersion"))

    implementation("dev.cairn:cairn")
    annotationProcessor("dev.cairn:cairn-processor")
    runtimeOnly("org.slf4j:slf4j-simple:2.0.20")

    testImplementation("dev.cairn:cairn-testing")
    testImplementation("org.assertj:assertj-core:3.27.7")
    testImplementation(platform("org.junit:junit-bom:5.14.4"))
    testImplementation("org.junit.jupiter:junit-jupiter")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}

tasks.withType<JavaCompile>().configureEach {
    options.release.set(17)
    options.encoding = "UTF-8"
    options.compilerArgs.add("-Xlint:all,-processing")
}

// SQLite and zstd are native code.
val nativeAccess = listOf("--enable-native-access=ALL-UNNAMED")

application {
    mainClass.set("com.acme.WarmestRunner")
    applicationDefaultJvmArgs = nativeAccess
}

tasks.named<Test>("test") {
    useJUnitPlatform()
    jvmArgs(nativeAccess)
}
