/** Where people sign in from, in the form of Auth0's `location_info`. */
export const places = [
  place('DE', 'DEU', 'Germany', 'Munich', 48.137, 11.575, 'Europe/Berlin', 'EU'),
  place('GB', 'GBR', 'United Kingdom', 'Leeds', 53.8, -1.549, 'Europe/London', 'EU'),
  place('VN', 'VNM', 'Vietnam', 'Huế', 16.463, 107.585, 'Asia/Ho_Chi_Minh', 'AS'),
  place('BR', 'BRA', 'Brazil', 'São Paulo', -23.548, -46.636, 'America/Sao_Paulo', 'SA'),
  place('ET', 'ETH', 'Ethiopia', 'Addis Ababa', 9.025, 38.747, 'Africa/Addis_Ababa', 'AF'),
  place('CI', 'CIV', "Côte d'Ivoire", 'Yamoussoukro', 6.821, -5.276, 'Africa/Abidjan', 'AF'),
  place('US', 'USA', 'United States', 'Truth or Consequences', 33.128, -107.253, 'America/Denver', 'NA'),
  place('JP', 'JPN', 'Japan', 'Tokyo', 35.69, 139.692, 'Asia/Tokyo', 'AS'),
];

export const userAgents = [
  { text: 'Chrome 141.0.0 / Windows 10.0.0', isMobile: false },
  { text: 'Firefox 144.0.0 / Linux 0.0.0', isMobile: false },
  { text: 'Safari 18.5.0 / Mac OS X 10.15.7', isMobile: false },
  { text: 'Mobile Safari 18.5.0 / iOS 18.5.0', isMobile: true },
  { text: 'Chrome Mobile 141.0.0 / Android 15.0.0', isMobile: true },
  { text: 'Other 0.0.0 / Other 0.0.0', isMobile: false },
];

function place(
  country_code: string,
  country_code3: string,
  country_name: string,
  city_name: string,
  latitude: number,
  longitude: number,
  time_zone: string,
  continent_code: string,
) {
  return {
    country_code,
    country_code3,
    country_name,
    city_name,
    latitude,
    longitude,
    time_zone,
    continent_code,
  };
}
