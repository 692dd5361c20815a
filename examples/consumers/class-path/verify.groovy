String log = new File(basedir, 'build.log').text
assert log.contains('weather\n')
assert log.contains('Forecasters have issued an amber warning')

// The lines that README shows are those that ran.
String readme = new File(basedir, '../../../../../README.md').text
assert readme.contains(new File(basedir, 'src/main/java/Example.java').text)

// On the class path, a topic model has its version from there.
File core = new File(basedir, '../../../../../core/target').listFiles().find { it.name ==~ /headnote-core-[\d.]+(-SNAPSHOT)?\.jar/ }
assert new java.util.jar.JarFile(core).withCloseable { it.manifest.mainAttributes.getValue('Implementation-Version') }
