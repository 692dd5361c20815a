String log = new File(basedir, 'build.log').text
assert log.count('weather\n') == 2
// From the archive that the application's own classes are in.
assert log =~ /dev\.headnote\.Headnote source: shared objects file \(top\)/
