package dev.cairn.processor.write;
public class PrintMain { public static void main(String[] a) { 
 Flows.modelSelection().write().forEach(f -> System.out.println("//// " + f.name().canonicalName() + "\n" + f.text()));
 Flows.twoBranches().write().forEach(f -> System.out.println("//// " + f.name().canonicalName() + "\n" + f.text()));
 System.out.println(new FlowWriter("0", t->true).writeArtifacts(Flows.alternatives().model()).text());
}}
